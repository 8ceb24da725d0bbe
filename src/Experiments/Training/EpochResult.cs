using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Training;

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">Epoch, from 1; 0 is the state before any.</param>
/// <param name="Training">Over all training samples after the epoch's pulses; null where not measured.</param>
/// <param name="Test">Over all test samples after the epoch's pulses; null where not measured.</param>
/// <param name="Pulses">Pulses of this epoch.</param>
public sealed record EpochResult(int Epoch, Evaluation? Training, Evaluation? Test, PulseTotals Pulses);
