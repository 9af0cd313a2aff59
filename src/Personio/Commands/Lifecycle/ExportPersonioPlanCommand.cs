using System.Management.Automation;
using System.Text;
using Personio.Lifecycle;

namespace Personio.Commands;

/// <summary>Writes a plan as one HTML page to read, print and approve.</summary>
/// <remarks>
/// The page shows the counts against the limits, and who and what changes, riskiest rows first. It contains no personal
/// data beyond what the changes need and no script, and loads nothing from the network.
/// </remarks>
/// <example>
/// <code>$plan | Export-PersonioPlan plan.html -Force</code>
/// </example>
[Cmdlet(
    VerbsData.Export, "PersonioPlan", SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Export-PersonioPlan.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportPersonioPlanCommand : LifecycleCmdletBase
{
    private readonly List<PSObject> _rows = [];

    /// <summary>The file. Default: plan.html in the current location.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "plan.html";

    /// <summary>The rows of one plan, from Compare-PersonioDirectory or from a CSV file.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? Plan { get; set; }

    /// <summary>The title of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Directory changes";

    /// <summary>Notes about the plan as a whole, for example the warnings of the comparison.</summary>
    [Parameter]
    public string[]? PlanWarning { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _rows.AddRange(Rows(Plan));

    /// <inheritdoc/>
    protected override void EndProcessing() => RunStrictly(Path, () =>
    {
        string file = LocalPath.ResolveFileToWrite(this, Path);
        if (!Force && File.Exists(file))
        {
            throw new PersonioException(
                ErrorKind.Conflict, $"File '{file}' already exists. Use -Force to overwrite it.");
        }

        PlanRow[] rows = [.. _rows.Select(PlanRows.Read)];
        if (Confirmation.Request(
            this, file, $"Write a plan of {rows.Length} rows",
            new LoggedChange($"Write a plan of {rows.Length} rows", file)))
        {
            using var page = new StringWriter();
            PlanPage.Write(page, rows, new PlanPageOptions
            {
                Title = Title, CreatedAt = TimeProvider.System.GetLocalNow(), Warnings = PlanWarning ?? [],
            });
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(page.ToString()), Force);
            WriteObject(LocalPath.FindItem(this, file), enumerateCollection: true);
        }
    });
}
