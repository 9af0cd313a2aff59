using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// The base of the cmdlets that list rows of persons, one listing for each owner, and that can add the names of the
/// persons.
/// </summary>
public abstract class PersonRowsOfEachCommand<T> : ListOfEachCommand<T>
    where T : ApiObject
{
    private NamedOutput<T>? _named;

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>Asks anew for the names that the session keeps from the last ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _named?.Flush();
    }

    private protected abstract string? PersonOf(T row);

    private protected abstract T WithName(T row, PersonName name);

    private protected override void Out(T row)
    {
        if (IncludePerson)
        {
            _named ??= new NamedOutput<T>(this, PersonOf, WithName);
            _named.Add(row);
        }
        else
        {
            WriteObject(row);
        }
    }
}
