using CrossbarSim.Validation.Networks;
using CrossbarSim.Validation.Seed;

return args switch
{
    ["seed", .. var rest] => SeedValidation.Run(rest),
    ["networks"] => NetworksValidation.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project validation -- seed [--seeds K] [--epochs E] | networks");
    return 2;
}
