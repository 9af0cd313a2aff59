using System.Collections;
using System.Management.Automation;
using System.Text;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

using Personio.Models;

namespace Personio;

/// <summary>
/// The base of the cmdlets that create periods of persons from CSV files, in the same pass as those that create them one
/// by one. Each row becomes one object, in the order of the file; what failed becomes an error as well, when all is done.
/// </summary>
public abstract class ImportCmdletBase<TPeriod, TRow> : ConnectedCmdletBase, IPeriodOutcome<TPeriod>
    where TPeriod : ApiObject, IPersonRow<TPeriod>
    where TRow : class
{
    private protected const string ByPath = "Path";
    private protected const string ByLiteralPath = "LiteralPath";

    private readonly ImportCount _count = new();
    private readonly List<ErrorRecord> _errors = [];
    private PeriodCreation<TPeriod>? _creation;
    private IReadOnlyList<ImportRow> _rows = [];
    private int _done;
    private bool _isTold;

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

    /// <summary>
    /// What columns are called in the file, where they are not called like the parameters: @{ StartDate = 'Von' }.
    /// </summary>
    [Parameter]
    [MapTransformation]
    public IDictionary? Column { get; set; }

    /// <summary>
    /// The encoding of a file without a byte order mark: the number or name of a code page, such as 1252, or a name such
    /// as ansi, utf8 or unicode. Default: UTF-8; a file that is something else is refused.
    /// </summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<FileEncodings>))]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// What separates the columns. Default: semicolon, comma or tab, whichever the first line has.
    /// </summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>
    /// How dates are written, for example dd.MM.yyyy, where they are neither as 2026-08-03 nor in a form of your culture
    /// that can mean one day only.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [DateFormatTransformation]
    public string[]? DateFormat { get; set; }

    /// <summary>Creates the periods approved, without asking anybody.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    private protected abstract PeriodKind<TPeriod> Kind { get; }

    /// <summary>The columns that are known.</summary>
    private protected abstract IReadOnlyList<CsvColumn> Columns { get; }

    private bool IsWhatIf => Confirmation.IsWhatIf(this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _creation = new PeriodCreation<TPeriod>(this, Kind, this) { SkipsExisting = true, SkipsApproval = SkipApproval };
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        bool isLiteral = ParameterSetName == ByLiteralPath;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            IReadOnlyList<string> files = [];
            TryRun(path, () => files = IsRow(path) ? throw Refusal() : LocalPath.Files(this, path, isLiteral));
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
        TellAll();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_isTold && _count.CountOf(ImportCount.Made) > 0)
        {
            StoppedChange.Tell(Host, $"The import was stopped. {_count}");
        }
    }

    // What was not sent is told before the error that ends the import, and so are the errors before it.
    private protected override void BeforeError()
    {
        foreach (ImportRow row in _rows.Where(row => !row.IsDone).ToArray())
        {
            Finish(row, ImportCount.NotSent, "The import was stopped before this row.");
        }

        TellAll();
    }

    /// <summary>The period that a row describes, checked.</summary>
    /// <exception cref="PersonioException">Something is missing or wrong.</exception>
    private protected abstract IPeriodDraft Draft(ImportRow row);

    /// <summary>The e-mail addresses that a row names persons by; those of several rows are looked up together.</summary>
    private protected virtual IEnumerable<string?> AddressesOf(ImportRow row) => [row.Address];

    /// <summary>Whether somebody may have forgotten the end of a period that has none.</summary>
    private protected virtual bool IsEndForgotten(IPeriodDraft draft) => false;

    /// <summary>What is written of a row.</summary>
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

    void IPeriodOutcome<TPeriod>.Exists(PeriodInput input, KnownPeriod known) =>
        Finish((ImportRow)input.Target, ImportCount.Exists, Sentence(known.How), known.Id);

    void IPeriodOutcome<TPeriod>.Planned(PeriodInput input, string text, string note) =>
        Finish((ImportRow)input.Target, ImportCount.Create, Foretold(input, note));

    void IPeriodOutcome<TPeriod>.Declined(PeriodInput input) =>
        Finish((ImportRow)input.Target, ImportCount.Declined, null);

    void IPeriodOutcome<TPeriod>.Lost(PeriodInput input) => ((ImportRow)input.Target).IsLost = true;

    void IPeriodOutcome<TPeriod>.Created(PeriodInput input, TPeriod made) =>
        Finish((ImportRow)input.Target, ImportCount.Made, null, Kind.IdOf(made));

    private string? Foretold(PeriodInput input, string note) =>
        (input.IsEndForgotten, note.Length) switch
        {
            (true, 0) => $"No {Kind.EndName} was given.",
            (true, _) => $"No {Kind.EndName} was given. {Sentence(note)}",
            (_, 0) => null,
            _ => Sentence(note),
        };

    private static string Sentence(string text) => SentenceText.Ended($"{char.ToUpperInvariant(text[0])}{text[1..]}");

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
            .. file.Unused.Where(header => typeof(TPeriod).GetProperty(header) is null && typeof(TRow).GetProperty(header) is null),
        ];
        if (unused.Length > 0)
        {
            WriteWarning(
                $"Unused columns: '{string.Join("', '", unused)}'. Map one with -Column; "
                + $"known columns: {string.Join(", ", Columns.Select(column => column.Name))}.");
        }

        (_rows, _done) = (file.Rows, 0);
        foreach (ImportRow[] some in file.Rows.Chunk(Endpoints.ListPersons.MaxIdsPerRequest))
        {
            Persons.Read(some.SelectMany(AddressesOf).OfType<string>().Distinct());
            foreach (ImportRow row in some)
            {
                _creation!.Add(Take(row));
            }
        }

        _creation!.Flush();
    }

    // What the engine makes of a row of Import-Csv that is bound to a path.
    private bool IsRow(string path) =>
        MyInvocation.ExpectingInput && path.StartsWith("@{", StringComparison.Ordinal) && path.EndsWith('}');

    private PersonioException Refusal() => PersonioException.Invalid(
        $"{MyInvocation.MyCommand.Name} reads the file itself, and a row was piped. Specify the file with -Path, or pipe rows to "
        + $"New-Personio{typeof(TPeriod).Name} -SkipExisting.");

    private PeriodInput Take(ImportRow row)
    {
        try
        {
            row.Check();
            RefuseTwoPersons(row);
            row.PersonId ??= row.Address is { } address
                ? Persons.Resolve(address)
                : throw PersonioException.Invalid("PersonId and Email are both empty. Specify one of them.");
            IPeriodDraft draft = Draft(row);
            // Here already, so that -WhatIf refuses what could not be sent.
            _ = draft.ToBody();
            return new PeriodInput(row, draft) { IsEndForgotten = IsEndForgotten(draft) };
        }
        catch (PersonioException fault)
        {
            return new PeriodInput(row, null) { Fault = fault };
        }
    }

    // An address that nobody has, or that cannot be looked up, says nothing against the id beside it.
    private void RefuseTwoPersons(ImportRow row)
    {
        if (row.Text("PersonId") is not { } named || row.Text("Email") is not { } address)
        {
            return;
        }

        bool differ = PersonIds.IsAddress(named)
            ? !string.Equals(named, address, StringComparison.OrdinalIgnoreCase)
            : Persons.IdOrNull(address) is { } id && id != named;
        if (differ)
        {
            throw PersonioException.Invalid(
                $"PersonId '{named}' and Email '{address}' belong to different persons. Correct one of them, or leave it empty.");
        }
    }

    private void Finish(ImportRow row, string outcome, string? message, string? id = null)
    {
        row.IsDone = true;
        _count.Add(outcome);
        WriteObject(Result(row, outcome, message, id));
        ShowWork(++_done, _rows.Count);
    }

    private void Fail(ImportRow row, PersonioException fault)
    {
        string message = Errors.CreateRecord(fault, Noun, null).Exception.Message;
        string outcome = row.IsLost ? ImportCount.Unknown
            : fault.Kind == ErrorKind.Conflict ? ImportCount.Conflict
            : ImportCount.Error;
        ErrorRecord error = Errors.CreateRecord(
            fault.About($"Row {row.Number} of '{System.IO.Path.GetFileName(row.File)}':"), Noun,
            Result(row, outcome, message, null));
        if (!row.IsDone)
        {
            Finish(row, outcome, message);
        }

        _errors.Add(error);
        if (fault.Kind is ErrorKind.AuthenticationFailed or ErrorKind.NotConnected)
        {
            BeforeError();
            ThrowTerminatingError(error);
        }

        AfterError(fault);
    }

    // The errors come last, so that all is done and told also where the first one ends the pipeline. With -WhatIf the
    // rows say it all.
    private void TellAll()
    {
        if (_isTold)
        {
            return;
        }

        _isTold = true;
        EndWork();
        WriteInformation(_count.ToString(), ["Personio"]);
        foreach (ErrorRecord error in IsWhatIf ? [] : _errors)
        {
            WriteError(error);
        }
    }
}
