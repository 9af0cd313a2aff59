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
    public IReadOnlyList<AskedId> FindAll(string parameter, IEnumerable<AskedId> asked)
    {
        var found = new List<AskedId>();
        foreach (AskedId one in asked)
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

    private AskedId FindPerson(string parameter, AskedId asked)
    {
        try
        {
            return asked with { Id = Find(parameter, asked.Id) ?? "" };
        }
        catch (PersonioException fault)
        {
            return asked with { Id = "", Fault = fault };
        }
    }
}
