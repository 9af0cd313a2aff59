using System.Management.Automation;

namespace Personio;

/// <summary>
/// Tells which parameters of a cmdlet were given a value that is meant: those that were typed, and those that stand in a
/// filled cell of a piped row.
/// </summary>
/// <remarks>Made while the cmdlet begins, before the pipeline binds anything.</remarks>
internal sealed class GivenParameters(PSCmdlet cmdlet)
{
    private readonly HashSet<string> _typed = [.. cmdlet.MyInvocation.BoundParameters.Keys];

    // The engine makes them anew for each who asks.
    private readonly Dictionary<string, ParameterMetadata> _known = cmdlet.MyInvocation.MyCommand.Parameters;

    /// <summary>Whether a parameter was typed.</summary>
    public bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>
    /// Whether a value is to be sent. What an object of this module carries is there already, and an empty cell is a value
    /// that is not known.
    /// </summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="row">The piped object; null where none was.</param>
    public bool Contains(string parameter, PSObject? row) =>
        _typed.Contains(parameter)
        || (row is not null && !PipelineInput.IsOurs(row) && CellOf(row, parameter)?.ToString() is { } cell
            && !string.IsNullOrWhiteSpace(cell));

    // Of the column that the engine binds: the one called like the parameter, else the first called like an alias.
    private object? CellOf(PSObject row, string parameter) => _known[parameter].Aliases
        .Prepend(parameter)
        .Select(name => row.Properties[name])
        .FirstOrDefault(column => column is not null)?.Value;
}
