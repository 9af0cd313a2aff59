using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// A transformation that sees a value without the wrapper of the engine, and whose refusal is an error of the parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TransformationAttributeBase : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Transform(PipelineInput.Unwrap(inputData));
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
    }

    /// <summary>The value that the parameter takes.</summary>
    /// <param name="value">What was given; a <see cref="PSObject"/> for a row alone.</param>
    /// <exception cref="FormatException">It is not a value of the parameter; the message says what is.</exception>
    protected abstract object? Transform(object? value);
}
