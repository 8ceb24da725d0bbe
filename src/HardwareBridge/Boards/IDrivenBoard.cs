using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Boards;

/// <summary>A board behind a port, of any kind: it is armed, keeps a journal, and says what it found at first.</summary>
public interface IDrivenBoard : IMemristorBoard
{
    /// <summary>What was found when the board was connected.</summary>
    ResumeReport Resumed { get; }

    /// <summary>Told of budgets that come to their end.</summary>
    Action<Problem>? Warn { get; set; }

    /// <summary>Allows pulses until <see cref="IMemristorBoard.Stop"/>.</summary>
    /// <param name="serial">The board's serial number, as the user typed it.</param>
    /// <param name="forming">Whether forming is meant as well.</param>
    /// <exception cref="SafetyLimitException">It is another board: CBS1409; or it cannot form cells: CBS1410.</exception>
    void Arm(uint serial, bool forming = false);

    /// <summary>Refuses pulses that a pulse command would; fires nothing.</summary>
    /// <param name="pulses">Cells and counts.</param>
    /// <exception cref="SafetyLimitException">They exceed a limit.</exception>
    void Check(IReadOnlyList<CellPulse> pulses);
}
