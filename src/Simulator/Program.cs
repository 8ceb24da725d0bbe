using System.Globalization;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

// One language and one way to write numbers, whatever the user's: the libraries' messages are translated, ours are not.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
GuardedWriter.Install();
return CommandLine.Run(args);
