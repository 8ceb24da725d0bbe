using CrossbarSim.Validation.Predict;
using CrossbarSim.Validation.Seed;

return args switch
{
    ["seed", .. var rest] => SeedValidation.Run(rest),
    ["predict", .. var rest] => PredictValidation.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project validation -- seed [--seeds K] [--epochs E]");
    Console.Error.WriteLine("       dotnet run -c Release --project validation -- predict [--images N] [--out DIR]");
    return 2;
}
