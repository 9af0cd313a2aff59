using Personio.PingOne;

namespace Personio.Completers;

/// <summary>Completes the names of populations.</summary>
public sealed class PopulationCompleter : PingOneDirectoryCompleter
{
    private protected override async Task<IEnumerable<(string Text, string ToolTip)>> ValuesAsync(
        PingOneClient client, CancellationToken cancellationToken) =>
        (await client.GetPopulationsAsync(cancellationToken).ConfigureAwait(false))
            .Where(row => row.Name is not null).Select(row => (row.Name!, row.Description ?? row.PopulationId ?? ""));
}
