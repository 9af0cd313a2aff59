using Personio.PingOne;

namespace Personio.Parameters;

/// <summary>Takes a PingOne session or the name of one of this runspace.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PingOneSessionTransformationAttribute : SessionTransformationBase<PingOneSession>;
