using System.CommandLine;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board list</c>: the ports of this machine.</summary>
internal static class BoardListVerb
{
    private const string Help =
        """
        List the serial ports, their names that stay the same, and the processes that have them open.

        Example: crossbarsim board list

        Nothing is opened: opening a port resets many boards. Pseudo-terminals are not listed, but can be named.
        """;

    public static Command Create()
    {
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("list", Help) { json, verbose };
        command.SetAction(parsed => UserErrors.Guard(() => Run(parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(bool json)
    {
        var ports = PortList.Find();
        if (json) JsonText.Print(ports);
        else if (ports.Count == 0) Console.Error.WriteLine("there are no serial ports; 'board emulate' makes one");
        else
            TextTable.Print(Console.Out, ["port", "stable name", "in use by"], ports.Select(port => new[]
            {
                port.Port, port.StableName ?? "-",
                port.Holders.Count == 0 ? "-" : string.Join(", ", port.Holders.Select(h => $"{h.Name} ({h.Process})")),
            }));
        return ExitCodes.Ok;
    }
}
