using CrossbarSim.Validation;
using CrossbarSim.Validation.Backends;
using CrossbarSim.Validation.Devices;
using CrossbarSim.Validation.Fit;
using CrossbarSim.Validation.Fuzz;
using CrossbarSim.Validation.Networks;
using CrossbarSim.Validation.Predict;
using CrossbarSim.Validation.Rules;
using CrossbarSim.Validation.Seed;

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
    ["fuzz", .. var rest] => FuzzValidation.Run(Arguments.Number(rest, "--cases", 1_000_000)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: dotnet run -c Release --project validation -- seed [--seeds K] [--epochs E] | networks [NAME...]"
        + " | rules | devices [--seeds K] [--epochs E] | backends [--samples N] | fit [intervals|classes] [--trials N]"
        + " | fit-time | fuzz [--cases N] | predict [--images N] [--out DIR]");
    return 2;
}
