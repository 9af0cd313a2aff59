using Personio.Models;
using Personio.PingOne;

namespace Personio.Completers;

/// <summary>Completes the names of groups.</summary>
public sealed class PingOneGroupCompleter : PingOneDirectoryCompleter
{
    private protected override async Task<IEnumerable<(string Text, string ToolTip)>> ValuesAsync(
        PingOneClient client, CancellationToken cancellationToken)
    {
        var names = new List<(string, string)>();
        await foreach (PingOneGroup group in client.ListAsync<PingOneGroup>(
            client.At(Endpoints.ListGroups), 200, null, cancellationToken).ConfigureAwait(false))
        {
            names.Add((group.Name ?? "", group.Description ?? group.GroupId ?? ""));
        }

        return names;
    }
}
