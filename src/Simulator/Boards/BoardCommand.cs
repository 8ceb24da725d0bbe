using System.CommandLine;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board</c>: memristors on a bench.</summary>
internal static class BoardCommand
{
    private const string Help =
        """
        Work with an array of memristors on a test board, or with an emulated one.

        Example: crossbarsim board read configs/boards/link.yaml

        A board is a board file; a port alone is enough for info and stop. emulated is a board with simulated devices
        that lasts for one command. Rows and columns count from 0. Everything ends with grounded lines.
        """;

    public static Command Create() => new("board", Help)
    {
        BoardListVerb.Create(), BoardInfoVerb.Create(), BoardSelfTestVerb.Create(), BoardReadVerb.Create(),
        BoardPulseVerb.Create(), BoardFormVerb.Create(), BoardStopVerb.Create(), BoardJournalVerb.Create(),
        BoardCalibrateVerb.Create(), BoardEmulateVerb.Create(),
    };
}
