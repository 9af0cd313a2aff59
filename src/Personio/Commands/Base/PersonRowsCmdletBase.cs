using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that get rows of persons, and can add the names of the persons.</summary>
public abstract class PersonRowsCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject, IPersonRow<T>
{
    private readonly PersonNameEnricher<T> _names;

    private protected PersonRowsCmdletBase() => _names = new PersonNameEnricher<T>(this, IsOfPerson);

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
        base.EndProcessing();
        _names.Flush();
    }

    /// <summary>Whether a row is of a person, and not of something else that has an id.</summary>
    private protected virtual bool IsOfPerson(T row) => true;

    /// <summary>Writes a row, with the name of its person where that is wanted.</summary>
    private protected void WriteRow(T row) => _names.Write(row, IncludePerson);
}
