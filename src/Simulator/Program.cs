using CrossbarSim.Simulator.Commands;

return CommandLine.Run(args);
