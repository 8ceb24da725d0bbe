using CrossbarSim.Experiments.Sweeps.Conditions;

namespace CrossbarSim.Experiments.Tests.Sweeps;

public sealed class ConditionTests
{
    private static readonly Dictionary<string, object> Point = new()
    {
        ["device.gmax"] = 50e-6,
        ["device.gmin"] = 1e-6,
        ["device.1.pulses"] = 100.0,
        ["mapping.kind"] = "offset",
        ["none"] = double.NaN,
    };

    [Theory]
    [InlineData("device.gmax > 10 * device.gmin", true)]
    [InlineData("device.gmax >= 50 uS", true)]
    [InlineData("device.gmax<50uS", false)]
    [InlineData("mapping.kind == 'offset'", true)]
    [InlineData("mapping.kind != \"offset\" or device.1.pulses == 100", true)]
    [InlineData("not (mapping.kind == 'offset' and device.1.pulses < 1e2)", true)]
    [InlineData("1 + 2 * 3 == 7 and (1 + 2) * 3 == 9 and -2 - -3 == 1 and 8 / 2 / 2 == 2", true)]
    [InlineData("none > 0 or none <= 0 or none == 0", false)]
    [InlineData("mapping.kind > 1", false)]
    public void A_condition_holds_or_does_not(string text, bool expected)
    {
        Assert.Null(Condition.Problem(text));
        Assert.Equal(expected, Condition.Parse(text).Holds(key => Point[key]));
    }

    [Theory]
    [InlineData("", "is expected at the end")]
    [InlineData("device.gmax", "compares nothing")]
    [InlineData("device.gmax >", "at the end")]
    [InlineData("a < b < c", "where '<' stands at place 7")]
    [InlineData("(a < b", "closing parenthesis")]
    [InlineData("a = b", "'=' at place 3")]
    [InlineData("(a < b) + 1 == 2", "no number")]
    [InlineData("a < b and", "at the end")]
    public void What_is_no_condition_is_told_with_its_place(string text, string expected) =>
        Assert.Contains(expected, Condition.Problem(text), StringComparison.Ordinal);

    [Fact]
    public void The_keys_of_a_condition_are_known() =>
        Assert.Equal(["device.gmax", "device.gmin"], Condition.Parse("device.gmax > 2 * device.gmin and device.gmax > 0").Keys);
}
