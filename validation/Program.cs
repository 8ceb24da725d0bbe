using CrossbarSim.Validation;
using CrossbarSim.Validation.Backends;
using CrossbarSim.Validation.Devices;
using CrossbarSim.Validation.Fit;
using CrossbarSim.Validation.Fuzz;
using CrossbarSim.Validation.Link;
using CrossbarSim.Validation.Networks;
using CrossbarSim.Validation.Predict;
using CrossbarSim.Validation.Rules;
using CrossbarSim.Validation.Seed;
using CrossbarSim.Validation.Sweeps;

return args switch
{
    ["seed", .. var rest] => SeedValidation.Run(rest),
    ["rules"] => RulesValidation.Run(),
    ["devices", .. var rest] => DevicesValidation.Run(rest),
    ["backends", .. var rest] => BackendsValidation.Run(rest),
    ["predict", .. var rest] => PredictValidation.Run(rest),
    ["networks", .. var rest] => NetworksValidation.Run(rest),
    ["fit-time"] => FitTime.Run(),
    ["fit", .. var rest] => FitValidation.Run(rest),
    ["sweep-kills", .. var rest] => SweepKills.Run(Arguments.Number(rest, "--trials", 30)),
    ["sweep-speed", .. var rest] => SweepSpeed.Run(Arguments.Number(rest, "--seeds", 3)),
    ["fuzz", .. var rest] => FuzzValidation.Run(
        Arguments.Number(rest, "--cases", 1_000_000),
            [.. rest.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal))]),
    ["link-exactly-once"] => ExactlyOnceValidation.Run(),
    ["link-crashes", .. var rest] => CrashesValidation.Run(Arguments.Number(rest, "--trials", 50)),
    ["link-rates"] => RatesValidation.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: dotnet run -c Release --project validation -- seed [--seeds K] [--epochs E] | networks [NAME...]"
        + " | rules | devices [--seeds K] [--epochs E] | backends [--samples N] | fit [intervals|classes] [--trials N]"
        + " | fit-time | fuzz [READER...] [--cases N] | link-exactly-once | link-crashes [--trials N] | link-rates"
        + " | predict [--images N] [--out DIR] | sweep-kills [--trials N] | sweep-speed [--seeds N]");
    return 2;
}
