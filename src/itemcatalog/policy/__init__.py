"""Thresholds with their source: what a plan or the law asks, as data."""

from itemcatalog.policy._load import load_policy, policy_ids
from itemcatalog.policy._model import Clause, Compression, Milestone, Policy, Threshold

__all__ = ["Clause", "Compression", "Milestone", "Policy", "Threshold", "load_policy", "policy_ids"]
