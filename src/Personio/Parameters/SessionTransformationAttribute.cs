using Personio.Client;

namespace Personio.Parameters;

/// <summary>Accepts a session object or the name of a session in this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        SessionInput<PersonioSession>.Read(value);
}
