using System.Management.Automation;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the categories of job openings with their stages.</summary>
/// <example>
/// <code>Get-PersonioRecruitingCategory | Select-Object Name, Stages</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "PersonioRecruitingCategory", DefaultParameterSetName = ByName,
    HelpUri = HelpPages.Root + "Get-PersonioRecruitingCategory.md")]
[OutputType(typeof(RecruitingCategory))]
public sealed class GetPersonioRecruitingCategoryCommand : CatalogCmdletBase<RecruitingCategory>
{
    /// <summary>The ids of the categories.</summary>
    [Parameter(ParameterSetName = ById, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [ArgumentCompleter(typeof(IdCompleter<RecruitingCategory>))]
    public string[]? RecruitingCategoryId { get; set; }

    private protected override string[]? Ids => RecruitingCategoryId;
}
