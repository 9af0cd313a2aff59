using Personio.PingOne;

namespace Personio.Completers;

/// <summary>Completes the names of attributes of the user schema.</summary>
public sealed class PingOneAttributeCompleter : PingOneDirectoryCompleter
{
    private protected override async Task<IEnumerable<(string Text, string ToolTip)>> ValuesAsync(
        PingOneClient client, CancellationToken cancellationToken) =>
        (await client.GetAttributesAsync(cancellationToken).ConfigureAwait(false))
            .Where(row => row is { Name: not null, Enabled: not false })
            .Select(row => (row.Name!, $"{row.DisplayName} ({row.SchemaType}, {row.Type})"));
}
