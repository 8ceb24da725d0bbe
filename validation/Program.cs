using CrossbarSim.Validation.Seed;

return args switch
{
    ["seed", .. var rest] => SeedValidation.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project validation -- seed [--seeds K] [--epochs E]");
    return 2;
}
