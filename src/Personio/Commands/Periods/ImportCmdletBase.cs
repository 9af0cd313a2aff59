using System.Collections;
using System.Management.Automation;
using System.Text;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that create periods of persons from CSV files, in the same pass as the cmdlets that create
/// them one by one. Each row becomes one object, in file order; each failed row also becomes an error at the end.
/// </summary>
public abstract class ImportCmdletBase<TPeriod, TRow> : ConnectedCmdletBase, IPeriodOutcome<TPeriod>
    where TPeriod : ApiObject, IPersonRow<TPeriod>
    where TRow : class
{
    private protected const string ByPath = "Path";
    private protected const string ByLiteralPath = "LiteralPath";

    private readonly ImportReport _report;
    private PeriodCreation<TPeriod>? _creation;

    private protected ImportCmdletBase() => _report = new ImportReport(this, Result);

    /// <summary>The CSV files. Wildcards are allowed.</summary>
    [Parameter(
        ParameterSetName = ByPath, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The CSV files, exactly as written.</summary>
    [Parameter(ParameterSetName = ByLiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Maps parameter names to the headers of the file if they differ: @{ StartDate = 'Von' }.</summary>
    [Parameter]
    [MapTransformation]
    public IDictionary? Column { get; set; }

    /// <summary>
    /// The encoding of a file without a byte order mark: the number or name of a code page, such as 1252, or a name
    /// such as ansi, utf8 or unicode. Default: UTF-8; a file in another encoding is rejected.
    /// </summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<FileEncodings>))]
    public Encoding? Encoding { get; set; }

    /// <summary>The column separator. Default: semicolon, comma or tab, depending on the first line.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>
    /// The formats of dates, for example dd.MM.yyyy, if they are neither like 2026-08-03 nor in a format of your
    /// culture that can mean only one day.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [DateFormatTransformation]
    public string[]? DateFormat { get; set; }

    /// <summary>Creates the periods as approved, without requesting approval.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    private protected abstract PeriodKind<TPeriod> Kind { get; }

    /// <summary>The known columns.</summary>
    private protected abstract IReadOnlyList<CsvColumn> Columns { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _creation = new PeriodCreation<TPeriod>(this, Kind, this)
        {
            SkipsExisting = true, SkipsApproval = SkipApproval,
        };
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        bool isLiteral = ParameterSetName == ByLiteralPath;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            IReadOnlyList<string> files = [];
            TryRun(path, () => files = IsRow(path) ? throw Refusal() : LocalPath.FindFiles(this, path, isLiteral));
            foreach (string file in files)
            {
                ImportFile? read = null;
                if (TryRun(path, () => read = ImportFile.Read(file, Columns, Options())))
                {
                    Import(read!);
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _report.End();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _report.ReportIfStopped();
        }
    }

    // Rows that were not sent, and earlier errors, are reported before the error that ends the import.
    private protected override void BeforeError() => _report.Abort();

    /// <summary>Builds and validates the period that a row describes.</summary>
    /// <exception cref="PersonioException">A value is missing or invalid.</exception>
    private protected abstract IPeriodDraft Draft(ImportRow row);

    /// <summary>
    /// The email addresses by which a row specifies persons; those of several rows are looked up together.
    /// </summary>
    private protected virtual IEnumerable<string?> AddressesOf(ImportRow row) => [row.Address];

    /// <summary>True if the end of an open-ended period may have been forgotten.</summary>
    private protected virtual bool IsEndMissing(IPeriodDraft draft) => false;

    /// <summary>Creates the object that is written for a row.</summary>
    private protected abstract TRow Result(ImportRow row, string outcome, string? message, string? id);

    void IPeriodOutcome<TPeriod>.Run(PeriodInput input, Action work)
    {
        try
        {
            work();
        }
        catch (PersonioException fault)
        {
            WriteMessages();
            Fail((ImportRow)input.Target, fault);
        }
    }

    void IPeriodOutcome<TPeriod>.OnExists(PeriodInput input, KnownPeriod known) =>
        _report.Finish((ImportRow)input.Target, ImportCount.Exists, ToSentence(known.How), known.Id);

    void IPeriodOutcome<TPeriod>.OnPlanned(PeriodInput input, string text, string note) =>
        _report.Finish((ImportRow)input.Target, ImportCount.Create, DescribePlanned(input, note));

    void IPeriodOutcome<TPeriod>.OnDeclined(PeriodInput input) =>
        _report.Finish((ImportRow)input.Target, ImportCount.Declined, null);

    void IPeriodOutcome<TPeriod>.OnUnknown(PeriodInput input) => ((ImportRow)input.Target).IsOutcomeUnknown = true;

    void IPeriodOutcome<TPeriod>.OnCreated(PeriodInput input, TPeriod created) =>
        _report.Finish((ImportRow)input.Target, ImportCount.Created, null, Kind.IdOf(created));

    private string? DescribePlanned(PeriodInput input, string note) =>
        (input.IsEndMissing, note.Length) switch
        {
            (true, 0) => $"No {Kind.EndName} was given.",
            (true, _) => $"No {Kind.EndName} was given. {ToSentence(note)}",
            (_, 0) => null,
            _ => ToSentence(note),
        };

    private static string ToSentence(string text) => SentenceText.AddPeriod(char.ToUpperInvariant(text[0]) + text[1..]);

    private ImportOptions Options() => new()
    {
        Encoding = Encoding,
        Delimiter = Delimiter,
        Headers = ImportFile.Headers(Column),
        DateFormats = DateFormat ?? [],
    };

    private void Import(ImportFile file)
    {
        string[] unused =
        [
            .. file.Unused.Where(header =>
                typeof(TPeriod).GetProperty(header) is null && typeof(TRow).GetProperty(header) is null),
        ];
        if (unused.Length > 0)
        {
            WriteWarning(
                $"Unused columns: '{string.Join("', '", unused)}'. Map one with -Column; "
                + $"known columns: {string.Join(", ", Columns.Select(column => column.Name))}.");
        }

        _report.Begin(file.Rows);
        foreach (ImportRow[] some in file.Rows.Chunk(Endpoints.ListPersons.MaxIdsPerRequest))
        {
            Persons.Read(some.SelectMany(AddressesOf).OfType<string>().Distinct());
            foreach (ImportRow row in some)
            {
                _creation!.Add(ReadInput(row));
            }
        }

        _creation!.Flush();
    }

    // The text that the engine binds to a path from a row of Import-Csv.
    private bool IsRow(string path) =>
        MyInvocation.ExpectingInput && path.StartsWith("@{", StringComparison.Ordinal) && path.EndsWith('}');

    private PersonioException Refusal() => PersonioException.Invalid(
        $"{MyInvocation.MyCommand.Name} reads the file itself, and a row was piped. Specify the file with -Path, or "
        + $"pipe rows to New-Personio{typeof(TPeriod).Name} -SkipExisting.");

    private PeriodInput ReadInput(ImportRow row)
    {
        try
        {
            row.Check();
            row.PersonId = ImportPerson.Find(row, Persons);
            IPeriodDraft draft = Draft(row);
            // Built up front so that -WhatIf also rejects what could not be sent.
            _ = draft.ToBody();
            return new PeriodInput(row, draft) { IsEndMissing = IsEndMissing(draft) };
        }
        catch (PersonioException fault)
        {
            return new PeriodInput(row, null) { Fault = fault };
        }
    }

    private void Fail(ImportRow row, PersonioException fault)
    {
        ErrorRecord error = _report.Fail(row, fault);
        if (fault.Kind is ErrorKind.AuthenticationFailed or ErrorKind.NotConnected)
        {
            BeforeError();
            ThrowTerminatingError(error);
        }

        AfterError(fault);
    }
}
