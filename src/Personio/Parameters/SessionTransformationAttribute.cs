using Personio.Client;

namespace Personio.Parameters;

/// <summary>Takes a session object or the name of a session of this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : SessionTransformationBase<PersonioSession>;
