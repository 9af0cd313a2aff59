using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the types of absence the company has, for example vacation.</summary>
/// <example>
/// <code>Get-PersonioAbsenceType -Name *leave*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioAbsenceType", DefaultParameterSetName = ByName)]
[OutputType(typeof(AbsenceType))]
public sealed class GetPersonioAbsenceTypeCommand : ConnectedCommand
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    private IReadOnlyList<AbsenceType>? _all;

    /// <summary>The ids of the types.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AbsenceTypeId { get; set; }

    /// <summary>Names, with wildcards. Filtered here: the service has no filter for it.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>An object with a property AbsenceTypeId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // A company has few types: all of them cost one request.
    private IReadOnlyList<AbsenceType> All => _all ??= Await(
        token => Client.ListAllAsync<AbsenceType>(Endpoints.ListAbsenceTypes.For(), token));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Asked(AbsenceTypeId, InputObject, nameof(AbsenceTypeId)) is { } asked)
        {
            foreach ((string id, object target) in asked)
            {
                Attempt(target, () => WriteOne(id, target));
            }
        }
        else if (Name is null)
        {
            Attempt(null, () => WriteObject(All, enumerateCollection: true));
        }
        else
        {
            foreach (string name in Name)
            {
                Attempt(name, () => WriteNamed(name));
            }
        }
    }

    private void WriteOne(string id, object target)
    {
        if (All.FirstOrDefault(type => string.Equals(type.AbsenceTypeId, id, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            WriteObject(found);
        }
        else
        {
            WriteError(Errors.NotFound(Noun, id, target));
        }
    }

    private void WriteNamed(string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        AbsenceType[] found = [.. All.Where(type => pattern.IsMatch(type.Name ?? ""))];
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(Errors.NotFound(Noun, $"'{name}'", name));
        }

        WriteObject(found, enumerateCollection: true);
    }
}
