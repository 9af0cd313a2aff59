using Personio.Client;

namespace Personio;

/// <summary>
/// Collects the inputs of <c>-WhatIf</c> into batches of fifty, so that a single request reads what the descriptions of
/// a whole batch need.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="request">Receives the keys of all collected inputs before they are described.</param>
internal sealed class WhatIfBatch(ConnectedCmdletBase command, Action<IEnumerable<string>> request)
{
    private Batch<(string Key, object? Target, string? Noun, Action Tell)> Waiting => field ??= new(
        Endpoints.ListPersons.MaxIdsPerRequest, DescribeAll);

    /// <summary>Adds an input.</summary>
    /// <param name="key">The key that the input will look up.</param>
    /// <param name="target">The target object of errors.</param>
    /// <param name="noun">The noun in the error IDs; null for the noun of the cmdlet.</param>
    /// <param name="tell">Describes what would happen to the input, when its batch is processed.</param>
    public void Add(string key, object? target, string? noun, Action tell) => Waiting.Add((key, target, noun, tell));

    /// <summary>Describes the collected inputs.</summary>
    public void Flush() => Waiting.Flush();

    private void DescribeAll((string Key, object? Target, string? Noun, Action Tell)[] inputs)
    {
        request(inputs.Select(input => input.Key));
        foreach ((string _, object? target, string? noun, Action tell) in inputs)
        {
            command.TryRun(target, tell, noun);
        }
    }
}
