using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the categories of documents.</summary>
/// <example>
/// <code>Get-PersonioDocumentCategory -Name Contracts</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioDocumentCategory", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioDocumentCategory.md")]
[OutputType(typeof(DocumentCategory))]
public sealed class GetPersonioDocumentCategoryCommand : CatalogCmdletBase<DocumentCategory>
{
    /// <summary>The ids of the categories.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<DocumentCategory>))]
    public string[]? DocumentCategoryId { get; set; }

    private protected override string[]? Ids => DocumentCategoryId;
}
