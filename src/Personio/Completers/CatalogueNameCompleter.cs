using System.Management.Automation;
using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the entries that a cmdlet gets, so that wildcards in them are meant as they stand.
/// </summary>
public sealed class CatalogueNameCompleter : CatalogueCompleter
{
    // A line break cannot be typed; any one character stands for it.
    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) =>
        new([.. WildcardPattern.Escape(entry.Name).Select(c => char.IsControl(c) ? '?' : c)]);
}
