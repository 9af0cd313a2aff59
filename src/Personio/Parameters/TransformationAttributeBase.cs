using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// The base of transformations that receive the value without its PSObject wrapper and report a rejected value as an
/// error of the parameter.
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

    /// <summary>Converts the input to the value of the parameter.</summary>
    /// <param name="value">
    /// The input; a <see cref="PSObject"/> only if it is a custom object, such as a CSV row.
    /// </param>
    /// <exception cref="FormatException">The input is not a valid value; the message says what is.</exception>
    protected abstract object? Transform(object? value);
}
