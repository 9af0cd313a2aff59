using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// The base of the cmdlets that list rows of persons, one listing for each owner, and that can add the names of the
/// persons.
/// </summary>
public abstract class PersonChildListCmdletBase<T> : ChildListCmdletBase<T>
    where T : ApiObject
{
    private readonly PersonNameEnricher<T> _names;

    private protected PersonChildListCmdletBase() => _names = new PersonNameEnricher<T>(this, PersonOf, WithName);

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// By default, only persons that were piped or that the session has seen lately have them.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>Asks anew for the names that the session keeps from the last ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override void SeeInput(object? input) => _names.See(input);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        base.EndProcessing();
        _names.Flush();
    }

    private protected abstract string? PersonOf(T row);

    private protected abstract T WithName(T row, PersonName name);

    private protected override void WriteRow(T row) => _names.Write(row, IncludePerson);
}
