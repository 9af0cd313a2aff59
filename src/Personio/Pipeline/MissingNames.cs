namespace Personio;

/// <summary>
/// Reports names that cannot be read, once per reason. Their cells stay empty: an ID in a name column would be mistaken
/// for a name and end up in a directory.
/// </summary>
internal sealed class MissingNames(ConnectedCmdletBase command)
{
    private const int MaxIds = 10;

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Reports that the names of some kind cannot be read at all.</summary>
    /// <param name="what">The kind of objects, in the plural: "departments".</param>
    /// <param name="fault">The reason.</param>
    public void ReportRefused(string what, PersonioException fault)
    {
        if (_reported.Add(what))
        {
            command.WriteError(Errors.CreateRecord(
                fault.As(
                    fault.Kind,
                    $"The names of {what} cannot be read and are left empty. {fault.Message}",
                    "Name",
                    fault.RecommendedAction),
                "Name",
                null));
        }
    }

    /// <summary>Reports objects that have no name or are not in the list of names.</summary>
    /// <param name="what">The kind of objects, in the plural: "departments".</param>
    /// <param name="ids">The IDs without a name.</param>
    public void ReportUnknown(string what, IEnumerable<string> ids)
    {
        string[] all = [.. ids.Where(id => _reported.Add($"{what} {id}"))];
        if (all.Length > 0)
        {
            command.WriteError(Errors.CreateRecord(
                new PersonioException(
                    ErrorKind.NotFound,
                    $"The names of these {what} are left empty: {ShortList.Join(all, MaxIds)}. They were "
                    + "not found, or the credential may not read their names.")
                {
                    Noun = "Name",
                },
                "Name",
                all));
        }
    }
}
