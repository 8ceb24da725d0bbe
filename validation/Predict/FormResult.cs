namespace CrossbarSim.Validation.Predict;

/// <summary>A row of the table.</summary>
/// <param name="Form">The form.</param>
/// <param name="Images">Pictures.</param>
/// <param name="Accuracy">Fraction read right.</param>
/// <param name="Loss">By how much the plain arrays do better.</param>
internal sealed record FormResult(string Form, int Images, double Accuracy, double Loss);
