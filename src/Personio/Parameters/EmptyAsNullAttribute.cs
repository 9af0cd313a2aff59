using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Takes an empty cell of a CSV file as a value that is not set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmptyAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
