using Personio.Client;

namespace Personio;

/// <summary>
/// Lets inputs wait with <c>-WhatIf</c> until there are fifty, so that what has to be read to tell what would become of
/// them is read with one request for many.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="want">Hears of everything that the inputs at hand will ask for.</param>
internal sealed class WhatIfBatch(ConnectedCmdletBase command, Action<IEnumerable<string>> want)
{
    private Batch<(string Key, object? Target, string? Noun, Action Tell)> Waiting => field ??= new(
        Endpoints.ListPersons.MaxIdsPerRequest, TellAll);

    /// <summary>Takes an input.</summary>
    /// <param name="key">What it will ask for.</param>
    /// <param name="target">What its errors are about.</param>
    /// <param name="noun">What its errors are named after; null for the noun of the cmdlet.</param>
    /// <param name="tell">Tells what would become of it, in its turn.</param>
    public void Add(string key, object? target, string? noun, Action tell) => Waiting.Add((key, target, noun, tell));

    /// <summary>Tells what is waiting.</summary>
    public void Flush() => Waiting.Flush();

    private void TellAll((string Key, object? Target, string? Noun, Action Tell)[] inputs)
    {
        want(inputs.Select(input => input.Key));
        foreach ((string _, object? target, string? noun, Action tell) in inputs)
        {
            command.TryRun(target, tell, noun);
        }
    }
}
