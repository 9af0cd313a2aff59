using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>The base of the cmdlets that get rows about persons and can add the persons' names.</summary>
public abstract class PersonRowsCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject, IPersonRow<T>
{
    private readonly PersonNameEnricher<T> _names;

    private protected PersonRowsCmdletBase() => _names = new PersonNameEnricher<T>(this, IsOfPerson);

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each 50 persons not seen before in this session. By
    /// default, only persons that were piped or recently seen in the session have them.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>Refreshes the names that the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override void ObserveInput(object? input) => _names.Observe(input);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _names.Flush();
    }

    /// <summary>True if the id in a row is that of a person and not of something else.</summary>
    private protected virtual bool IsOfPerson(T row) => true;

    /// <summary>Writes a row, with the name of its person if requested.</summary>
    private protected void WriteRow(T row) => _names.Write(row, IncludePerson);
}
