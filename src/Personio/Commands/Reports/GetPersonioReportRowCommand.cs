using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the rows of reports as objects with one property for each column, in column order.</summary>
/// <remarks>
/// The properties are named after the labels of the columns; if two columns have the same label, a number is appended
/// to the second. Numbers, text and days are plain values; multiple options are joined to one text, separated by "; ".
/// </remarks>
/// <example>
/// <code>Get-PersonioReport -Name 'Hours 2026' | Get-PersonioReportRow -Locale en | Export-Csv hours.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioReportRow", HelpUri = HelpPages.Root + "Get-PersonioReportRow.md")]
[OutputType(typeof(PSObject))]
public sealed class GetPersonioReportRowCommand : ConnectedCmdletBase
{
    /// <summary>The ids of the reports.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Report>))]
    public string[]? ReportId { get; set; }

    /// <summary>The language of labels and options, for example de or en.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z]{2}([-_][A-Za-z]{2})?$")]
    [ArgumentCompleter(typeof(FixedCompleter<LanguageCodes>))]
    public string? Locale { get; set; }

    /// <summary>Returns at most this many rows.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object with a property ReportId, or the id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(ReportId, InputObject, nameof(ReportId)) is not { } requested)
        {
            TryRun(null, () => throw PersonioException.Invalid(
                "Specify -ReportId, or pipe reports: Get-PersonioReport -Name Hours | "
                + "Get-PersonioReportRow."));
            return;
        }

        foreach ((string id, object target) in requested)
        {
            TryRun(
                target,
                () => _ = Enumerate(Client.ListReportRowsAsync(id, Locale, First))
                    .All(row => WriteUpTo(row, First, Write)),
                noun: "Report");
        }
    }

    private void Write(ReportRow row)
    {
        var shown = new PSObject();
        foreach ((string label, object? value) in row.Cells)
        {
            shown.Properties.Add(new PSNoteProperty(label, value));
        }

        WriteObject(shown);
    }
}
