using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Calls a user's script blocks on the pipeline thread: $_ and the first argument are the object.</summary>
internal static class ScriptCall
{
    /// <summary>The value that a script block returns for an object; several values become an array.</summary>
    /// <param name="block">The script block.</param>
    /// <param name="item">The object.</param>
    /// <param name="what">The purpose of the call, for the error.</param>
    /// <exception cref="LifecycleException">The script block failed (<c>InvalidOption</c>).</exception>
    public static object? Evaluate(ScriptBlock block, object? item, string what)
    {
        try
        {
            object?[] values = [.. Run(block, item, item).Select(PipelineInput.Unwrap)];
            return values.Length switch
            {
                0 => null,
                1 => values[0],
                _ => values,
            };
        }
        catch (RuntimeException fault) when (fault is not PipelineStoppedException)
        {
            throw new LifecycleException(
                LifecycleErrors.InvalidOption, $"The script block of {what} failed: {fault.Message}");
        }
    }

    /// <summary>Runs a script block; its non-terminating errors end it.</summary>
    public static IEnumerable<object?> Run(ScriptBlock block, object? item, params object?[] arguments) =>
        block.InvokeWithContext(
            null,
            [new PSVariable("_", item), new PSVariable("ErrorActionPreference", ActionPreference.Stop)],
            arguments);

    /// <summary>An id or a name as text. Rejects objects, whose text would silently match nothing.</summary>
    /// <exception cref="LifecycleException">The item is an object (<c>InvalidOption</c>).</exception>
    public static string ReadName(object? item, string parameter, string takes) => item switch
    {
        null => "",
        string or ValueType => item.ToString() ?? "",
        _ => throw new LifecycleException(
            LifecycleErrors.InvalidOption,
            $"{parameter} takes {takes}, not {item.GetType().Name}. Specify a property of the object, such as its id."),
    };
}
