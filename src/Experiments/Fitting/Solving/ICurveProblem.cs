namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>A least-squares problem.</summary>
internal interface ICurveProblem
{
    /// <summary>What is to be met, already weighted.</summary>
    double[] Measured { get; }

    /// <summary>What a place gives, likewise.</summary>
    /// <param name="variables">What the solver moves.</param>
    double[] Curve(double[] variables);

    /// <summary>Ends of what the solver may move; null: anywhere.</summary>
    (double[] Low, double[] High)? Bounds { get; }
}
