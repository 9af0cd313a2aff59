namespace Personio;

/// <summary>
/// Resolves values given instead of IDs: the names of entries in company lists, and the email addresses of persons.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="takesPersons">Returns true if a parameter takes persons.</param>
internal sealed class IdResolver(ConnectedCmdletBase command, Func<string, bool> takesPersons)
{
    private CompanyIds? _lists;

    /// <summary>
    /// Resolves the value of an ID parameter: the ID itself, a name, or the email address of a person.
    /// </summary>
    /// <exception cref="PersonioException">
    /// Nothing has the name or address, several entries have it, or it cannot be looked up.
    /// </exception>
    public string? Find(string parameter, string? idOrName) =>
        PersonIds.IsAddress(idOrName) && takesPersons(parameter)
            ? command.Persons.Resolve(idOrName!.Trim())
            : (_lists ??= new CompanyIds(command)).Resolve(parameter, idOrName);

    /// <summary>
    /// Resolves several IDs. A value that cannot be resolved is one error, and the others continue; the error of a
    /// person is reported when its input is processed.
    /// </summary>
    public IReadOnlyList<RequestedId> FindAll(string parameter, IEnumerable<RequestedId> requested)
    {
        var found = new List<RequestedId>();
        foreach (RequestedId one in requested)
        {
            if (takesPersons(parameter))
            {
                found.Add(FindPerson(parameter, one));
            }
            else
            {
                command.TryRun(one.Target, () => found.Add(one with { Id = Find(parameter, one.Id) ?? "" }));
            }
        }

        return found;
    }

    private RequestedId FindPerson(string parameter, RequestedId requested)
    {
        try
        {
            return requested with { Id = Find(parameter, requested.Id) ?? "" };
        }
        catch (PersonioException fault)
        {
            return requested with { Id = "", Fault = fault };
        }
    }
}
