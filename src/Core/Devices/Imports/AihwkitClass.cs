namespace CrossbarSim.Core.Devices.Imports;

/// <summary>The device classes of aihwkit that are imported.</summary>
internal enum AihwkitClass
{
    /// <summary><c>ConstantStepDevice</c>.</summary>
    ConstantStep,

    /// <summary><c>LinearStepDevice</c>.</summary>
    LinearStep,

    /// <summary><c>SoftBoundsDevice</c>, also with a reference.</summary>
    SoftBounds,

    /// <summary><c>ExpStepDevice</c>.</summary>
    ExpStep,

    /// <summary><c>PowStepDevice</c>, also with a reference.</summary>
    PowStep,

    /// <summary><c>PiecewiseStepDevice</c>.</summary>
    Piecewise,
}
