using System.Management.Automation;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// Tells which parameters of a cmdlet were given a value that is meant: those that were typed, and those that stand in a
/// filled cell of a piped row.
/// </summary>
/// <remarks>Made while the cmdlet begins, before the pipeline binds anything.</remarks>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="input">The piped object at hand; null where none was piped.</param>
/// <param name="isCopy">
/// Whether a piped object carries its values because it has them, and not because somebody gave them.
/// </param>
internal sealed class GivenParameters(PSCmdlet cmdlet, Func<PSObject?> input, Func<PSObject, bool> isCopy)
{
    private readonly HashSet<string> _typed = [.. cmdlet.MyInvocation.BoundParameters.Keys];

    // The engine creates them anew on each access.
    private Dictionary<string, ParameterMetadata> Known => field ??= cmdlet.MyInvocation.MyCommand.Parameters;

    private string[] WallClockNames => field ??=
    [
        .. Known.Values.Where(one => one.Attributes.OfType<DayTransformationAttribute>().Any())
            .Select(one => one.Name),
    ];

    /// <summary>Whether each change is confirmed.</summary>
    public bool IsAsked => cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm)
        && LanguagePrimitives.IsTrue(confirm);

    /// <summary>Whether a value was typed, and did not come with the input.</summary>
    public bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>
    /// Whether a value is to be sent: it was typed, or it stands in a filled cell of a row. The values of a
    /// copied object count as given only when typed.
    /// </summary>
    public bool Contains(string parameter) =>
        _typed.Contains(parameter)
        || (input() is { } row
            && !isCopy(row)
            && CellOf(row, parameter) is { } cell
            && !string.IsNullOrWhiteSpace(cell.ToString()));

    /// <summary>
    /// Whether an empty value is one that somebody may have forgotten, as in a cell of a CSV file. $null that was typed
    /// is meant, and so is what an object has that is copied.
    /// </summary>
    /// <typeparam name="TCopied">The type of the objects that can be copied.</typeparam>
    public bool MayBeForgotten<TCopied>(string parameter) =>
        !_typed.Contains(parameter) && !PipelineInput.Is<TCopied>(input());

    /// <summary>The given values of an object to change, for confirmation.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="identities">The parameters that say which object is meant, and change nothing.</param>
    public ChangedValues ValuesOf(Type type, params string[] identities) => ChangedValues.From(
        cmdlet,
        type,
        Known.Keys.Where(name => name is not ("InputObject" or "Session") && !identities.Contains(name)
            && cmdlet.GetType().GetProperty(name) is not null && Contains(name)));

    /// <summary>A body with the given members only.</summary>
    public ChangeBody Body() => new(Contains);

    /// <summary>What the errors of this input are about: the piped object, else its id.</summary>
    public object TargetOr(object id) => (object?)input() ?? id;

    /// <summary>Refuses days in a piped row that are moments of this computer's zone.</summary>
    /// <exception cref="PersonioException">One of them is.</exception>
    public void RefuseLocalDays()
    {
        if (input() is { } row)
        {
            foreach (string name in WallClockNames.Where(name => !IsTyped(name)))
            {
                DateInput.RefuseLocal(name, CellOf(row, name));
            }
        }
    }

    // From the column that the engine binds: the one named like the parameter, else the first named like an alias.
    private object? CellOf(PSObject row, string parameter) => Known[parameter].Aliases
        .Prepend(parameter)
        .Select(name => row.Properties[name])
        .FirstOrDefault(column => column is not null)?.Value;
}
