using System.Management.Automation;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// Determines which parameters of a cmdlet were given a value on purpose: values on the command line, and values from a
/// non-empty cell of a piped row.
/// </summary>
/// <remarks>Created when the cmdlet begins, before the pipeline binds anything.</remarks>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="input">Returns the current piped object; null if none was piped.</param>
/// <param name="isCopy">
/// Returns true if a piped object merely carries its own values, as an existing object does, instead of values that the
/// user entered.
/// </param>
internal sealed class GivenParameters(PSCmdlet cmdlet, Func<PSObject?> input, Func<PSObject, bool> isCopy)
{
    private readonly HashSet<string> _commandLine = [.. cmdlet.MyInvocation.BoundParameters.Keys];

    // PowerShell builds a new dictionary on each access.
    private Dictionary<string, ParameterMetadata> Known => field ??= cmdlet.MyInvocation.MyCommand.Parameters;

    private string[] WallClockNames => field ??=
    [
        .. Known.Values.Where(one => one.Attributes.OfType<DayTransformationAttribute>().Any())
            .Select(one => one.Name),
    ];

    /// <summary>True if -Confirm was specified.</summary>
    public bool IsConfirmRequested => cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm)
        && LanguagePrimitives.IsTrue(confirm);

    /// <summary>True if a value was given on the command line rather than by the input.</summary>
    public bool IsOnCommandLine(string parameter) => _commandLine.Contains(parameter);

    /// <summary>
    /// True if a value is to be sent: it was given on the command line or in a non-empty cell of a row. Values of a
    /// copied object do not count; they must be given on the command line.
    /// </summary>
    public bool Contains(string parameter) =>
        _commandLine.Contains(parameter)
        || (input() is { } row
            && !isCopy(row)
            && CellOf(row, parameter) is { } cell
            && !string.IsNullOrWhiteSpace(cell.ToString()));

    /// <summary>
    /// True if an empty value may be an oversight, as in a cell of a CSV file. An explicit $null on the command line is
    /// intended, and so are the empty values of a copied object.
    /// </summary>
    /// <typeparam name="TCopied">The type of the objects that can be copied.</typeparam>
    public bool MayBeOversight<TCopied>(string parameter) =>
        !_commandLine.Contains(parameter) && !PipelineInput.Is<TCopied>(input());

    /// <summary>The given values of an object to change, for confirmation.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="identities">The parameters that identify the object and change nothing.</param>
    public ChangedValues ValuesOf(Type type, params string[] identities) => ChangedValues.From(
        cmdlet,
        type,
        Known.Keys.Where(name => name is not ("InputObject" or "Session") && !identities.Contains(name)
            && cmdlet.GetType().GetProperty(name) is not null && Contains(name)));

    /// <summary>Creates a body with the given members only.</summary>
    public ChangeBody CreateBody() => new(Contains);

    /// <summary>The target object of this input's errors: the piped object, or else its ID.</summary>
    public object TargetOrId(object id) => (object?)input() ?? id;

    /// <summary>Rejects days in a piped row that are moments in this computer's time zone.</summary>
    /// <exception cref="PersonioException">The row contains such a day.</exception>
    public void RejectLocalDays()
    {
        if (input() is { } row)
        {
            foreach (string name in WallClockNames.Where(name => !IsOnCommandLine(name)))
            {
                DateInput.RejectLocal(name, CellOf(row, name));
            }
        }
    }

    // Reads the column that PowerShell binds: the one named like the parameter, or else the first one named like an
    // alias.
    private object? CellOf(PSObject row, string parameter) => Known[parameter].Aliases
        .Prepend(parameter)
        .Select(name => row.Properties[name])
        .FirstOrDefault(column => column is not null)?.Value;
}
