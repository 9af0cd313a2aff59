namespace Personio;

/// <summary>
/// Tells of names that cannot be read, once for each reason. Their cells stay empty: an id in the place of a name would
/// be taken for one, and end up in a directory.
/// </summary>
internal sealed class MissingNames(ConnectedCmdletBase command)
{
    private const int MostIds = 10;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The names of something cannot be read at all.</summary>
    /// <param name="what">What has the names, in the plural: "departments".</param>
    /// <param name="fault">Why.</param>
    public void Refused(string what, PersonioException fault)
    {
        if (_told.Add(what))
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

    /// <summary>Something has no name, or is not in the list that has the names.</summary>
    /// <param name="what">What has the names, in the plural: "departments".</param>
    /// <param name="ids">The ids without a name.</param>
    public void Unknown(string what, IEnumerable<string> ids)
    {
        string[] all = [.. ids.Where(id => _told.Add($"{what} {id}"))];
        if (all.Length > 0)
        {
            command.WriteError(Errors.CreateRecord(
                new PersonioException(
                    ErrorKind.NotFound,
                    $"The names of these {what} are left empty: {ShortList.Join(all, MostIds)}. They were "
                    + "not found, or the credential may not read their names.")
                {
                    Noun = "Name",
                },
                "Name",
                all));
        }
    }
}
