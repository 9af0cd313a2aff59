using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Gets employees, one flat row for each person: names, position, department, supervisor, first and last day.
/// </summary>
/// <remarks>
/// Sends one request for each person who may match, many of them concurrently; with -Quick, one for each hundred
/// employees.
/// </remarks>
/// <example>
/// <code>Get-PersonioEmployee -Status Active | Export-Csv directory.csv</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioEmployee", HelpUri = HelpPages.Root + "Get-PersonioEmployee.md")]
[OutputType(typeof(Employee))]
public sealed partial class GetPersonioEmployeeCommand : ConnectedCmdletBase
{
    private readonly List<RequestedId> _asked = [];
    private IdBatch<Person>? _batch;
    private EmployeeFilter? _filter;
    private EmployeeOutput? _output;
    private EmployeeReader? _reader;
    private QuickEmployees? _quick;
    private BackgroundListing<Person>? _persons;

    /// <summary>The persons: ids or email addresses. Up to 50 are fetched with each request.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PersonEmail")]
    [AllowNull]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// Adds custom attributes as columns, the same on every row: labels with wildcards, global ids or ids.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CustomAttributeCompleter))]
    public string[]? Attribute { get; set; }

    /// <summary>Reads the list of employees of API v1, a hundred employees with each request.</summary>
    [Parameter]
    public SwitchParameter Quick { get; set; }

    /// <summary>Returns at most this many employees.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>Refreshes the names that the session caches for ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>An object with a property PersonId, or an id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override bool IsForced => Force;

    private protected override (long Done, long Total)? WorkDone => _quick is { Total: { } total }
        ? (_quick.Done, total)
        : _reader is not null && _persons?.Total is { } persons ? (_reader.Done, persons) : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _filter = Filter();
        _output = new EmployeeOutput(this, Attribute, Joining, Leaving);
    }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        IReadOnlyList<RequestedId>? requested = FindRequested(PersonId, InputObject, nameof(PersonId));
        if (Quick)
        {
            _asked.AddRange(requested ?? []);
            if (requested is null)
            {
                ReadQuickly(null);
            }

            return;
        }

        if (_reader is null)
        {
            Prepare(requested is not null);
        }

        if (requested is null)
        {
            TryRun(null, ListAll);
        }
        else if (!_filter!.IsEmpty)
        {
            _batch ??= new IdBatch<Person>(this, Endpoints.ListPersons, "Person", AddWanted);
            _batch.Add(requested);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        if (Quick && _asked.Count > 0)
        {
            ReadQuickly(_asked);
        }

        _batch?.Flush();
        FlushQueue();
        _reader?.Flush();
        base.EndProcessing();
    }

    // Once, before any person is read: an unknown name is an error for the whole command.
    private void Prepare(bool hasInput)
    {
        RunOrTerminate(null, () => _filter!.Resolve(this, isNamed: false));
        _reader = new EmployeeReader(this, _filter!, _output!, First);
        if (hasInput && _filter!.Supervisor is not null)
        {
            RunOrTerminate(
                Supervisor,
                () => FindSupervisors([.. Enumerate(Client.ListAsync<Person>(Endpoints.ListPersons.For()))]));
        }
    }

    private void FindSupervisors(IReadOnlyList<Person> everyone)
    {
        foreach (Person person in everyone)
        {
            Client.Persons.Keep(person);
            _filter!.Supervisor!.IsWanted(person);
        }

        _filter!.Supervisor!.Check();
    }

    private void ListAll()
    {
        if (_filter!.IsEmpty)
        {
            return;
        }

        foreach (Person person in WantedPersons())
        {
            _reader!.Add(person);
            if (_reader.IsLimitReached)
            {
                return;
            }
        }

        _filter.Check();
    }

    // A few persons are requested as needed; when all are read, their total is soon known.
    private IEnumerable<Person> WantedPersons()
    {
        if (_filter!.Supervisor is not null)
        {
            Person[] everyone = [.. Enumerate(Client.ListAsync<Person>(Endpoints.ListPersons.For()))];
            RunOrTerminate(Supervisor, () => FindSupervisors(everyone));
            return everyone.Where(_filter.IsWanted);
        }

        if (First is not null)
        {
            return Enumerate(Client.ListAsync<Person>(_filter.Request(), _filter.IsByServiceOnly ? First : null))
                .Where(_filter.IsWanted);
        }

        _persons = new BackgroundListing<Person>(Client.ListAsync<Person>(_filter.Request()), _filter.IsWanted);
        return Enumerate(_persons.ReadAsync());
    }

    private void AddWanted(Person person)
    {
        if (_filter!.IsWanted(person))
        {
            _reader!.Add(person);
        }
    }

    private void ReadQuickly(IReadOnlyList<RequestedId>? requested)
    {
        RunOrTerminate(null, () => _filter!.Resolve(this, isNamed: true));
        _quick = new QuickEmployees(this, _filter!, _output!, First);
        RunOrTerminate(null, () => _quick.Write(requested));
    }
}
