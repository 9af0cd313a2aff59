namespace Personio;

/// <summary>
/// Turns what was given in place of ids into ids: the names of what the company has lists of, and the e-mail addresses of
/// persons.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="takesPersons">Whether a parameter takes persons.</param>
internal sealed class IdResolver(ConnectedCmdletBase command, Func<string, bool> takesPersons)
{
    private CompanyIds? _lists;

    /// <summary>
    /// The id that is meant by the value of a parameter that takes an id: the id itself, a name, or the e-mail address of
    /// a person.
    /// </summary>
    /// <exception cref="PersonioException">
    /// Nothing has the name or address, several have it, or it cannot be looked up.
    /// </exception>
    public string? Find(string parameter, string? idOrName) =>
        PersonIds.IsAddress(idOrName) && takesPersons(parameter)
            ? command.Persons.Resolve(idOrName!.Trim())
            : (_lists ??= new CompanyIds(command)).Resolve(parameter, idOrName);

    /// <summary>
    /// The ids that are meant. What cannot be resolved is one error, and the others go on; that of a person comes in the
    /// turn of its input.
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
