using Personio.PingOne;

namespace Personio.Parameters;

/// <summary>Accepts a PingOne session or the name of a PingOne session in this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PingOneSessionTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    // Not a generic base class: importing the module would then load the assembly of the session type.
    protected override object? Transform(object? value) =>
        SessionInput<PingOneSession>.Read(value);
}
