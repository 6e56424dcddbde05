"""Operations: parameters, bodies, answers, streams, security."""
