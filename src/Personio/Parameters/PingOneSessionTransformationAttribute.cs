using Personio.PingOne;

namespace Personio.Parameters;

/// <summary>Takes a PingOne session or the name of one of this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PingOneSessionTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    // Not a base class of the type of sessions: the import of the module would load the assembly of the service.
    protected override object? Transform(object? value) =>
        SessionInput<PingOneSession>.Read(value);
}
