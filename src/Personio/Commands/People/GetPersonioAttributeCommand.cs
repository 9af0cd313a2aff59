using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>
/// Gets the fields that persons have, with the ids, labels, types and choices of the company's own attributes.
/// </summary>
/// <remarks>
/// The catalog comes from API v1; v2 often omits the labels. It contains only what the credential may read.
/// </remarks>
/// <example>
/// <code>Get-PersonioAttribute 'Shirt*' | Select-Object AttributeId, Label, Options</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioAttribute", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioAttribute.md")]
[OutputType(typeof(PersonAttribute))]
public sealed class GetPersonioAttributeCommand : CatalogCmdletBase<PersonAttribute>
{
    /// <summary>The ids of the attributes, for example dynamic_305.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<PersonAttribute>))]
    public string[]? AttributeId { get; set; }

    private protected override string[]? Ids => AttributeId;
}
