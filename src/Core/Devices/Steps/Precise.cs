namespace CrossbarSim.Core.Devices.Steps;

/// <summary>Functions that keep their digits near 0.</summary>
internal static class Precise
{
    /// <summary>exp(x) - 1.</summary>
    public static double ExpMinusOne(double x) => 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    /// <summary>log(1 + x), x above -1: what rounding takes from 1 + x is made up for by the quotient.</summary>
    public static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
