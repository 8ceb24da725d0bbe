using System.Globalization;

namespace CrossbarSim.Experiments.Results;

/// <summary>Names of the datasets and attributes of a state file.</summary>
internal static class StateNames
{
    public const string Pulses = "pulses";
    public const string Position = "position_q16";
    public const string Branch = "branch";
    public const string Potentiation = "potentiation_pulses";
    public const string Depression = "depression_pulses";
    public const string Refused = "refused_pulses";
    public const string Stuck = "stuck";
    public const string Conductance = "conductance_siemens";
    public const string Weights = "weights";
    public const string FullRange = "pulses_full_range";
    public const string FullRangeDown = "pulses_full_range_depression";
    public const string Accumulators = "accumulators";

    public const string FirstMoments = "first_moments";
    public const string SecondMoments = "second_moments";
    public const string Steps = "optimizer_steps";

    public static string Index(int layer) => layer.ToString(CultureInfo.InvariantCulture);

    public static string Layer(int layer) => $"/layers/{Index(layer)}";

    public static string Checkpoint(int layer) => $"/checkpoint/layers/{Index(layer)}";
}
